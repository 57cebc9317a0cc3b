"""The bench of the roster stays alive, and finds what is wrong."""

import pytest

from desktop.domain.findings import Code
from tests.bench.bench_roster import measure


@pytest.mark.bench
def test_every_bad_row_is_found(tmp_path):
    figures, proposal = measure(400, 10, 1, tmp_path)
    assert all(min(figure.ours) > 0 for figure in figures)
    assert [f.code for f in proposal.findings] == [Code.ID_CHECK_DIGIT] * 10
    assert (proposal.rows, proposal.new) == (400, 390)
