"""Capital numerals on paper, each written by hand by the rules of 支付结算办法 annex 1."""

import pytest

from desktop.domain.money import Money

BY_HAND = {
    "0": "零元整",
    "0.01": "壹分",
    "0.10": "壹角",
    "0.56": "伍角陆分",
    "1": "壹元整",
    "1.05": "壹元零伍分",
    "10": "壹拾元整",
    "16.80": "壹拾陆元捌角",
    "101": "壹佰零壹元整",
    "110.11": "壹佰壹拾元壹角壹分",
    "1001": "壹仟零壹元整",
    "1010": "壹仟零壹拾元整",
    "1409.50": "壹仟肆佰零玖元伍角",
    "6007.14": "陆仟零柒元壹角肆分",
    "1680.32": "壹仟陆佰捌拾元叁角贰分",
    "16409.02": "壹万陆仟肆佰零玖元零贰分",
    "20000": "贰万元整",
    "100000": "壹拾万元整",
    "107000.53": "壹拾万零柒仟元伍角叁分",  # the annex's own second example
    "200005.07": "贰拾万零伍元零柒分",
    "1000000.00": "壹佰万元整",
    "10030200": "壹仟零叁万零贰佰元整",
    "100010001.00": "壹亿零壹万零壹元整",
    "1000000000": "壹拾亿元整",
    "-12.30": "负壹拾贰元叁角",
}


@pytest.mark.parametrize(("yuan", "capitals"), BY_HAND.items())
def test_capital_numerals(yuan, capitals):
    assert Money.of_yuan(yuan).in_capitals == capitals
