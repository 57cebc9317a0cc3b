"""Session-wide ground: no display, no person's own files, no keyring, no local time zone."""

import os
import time

import pytest
from hypothesis import settings

# Before any import of Qt, keyring or platformdirs; who needs the real thing sets it himself.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
for name in [key for key in os.environ if key.startswith("ANXIN_")]:
    del os.environ[name]
# Neither UTC nor Beijing (seven hours behind UTC): whoever takes local time is caught.
os.environ["TZ"] = "XXX+7"
if hasattr(time, "tzset"):
    time.tzset()

settings.register_profile("anxin", deadline=None)  # two slow cores are shared
settings.load_profile("anxin")


@pytest.fixture(scope="session", autouse=True)
def private_home(tmp_path_factory):
    """Give the session a home of its own, so that no test touches the person's."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        for name in ("CONFIG", "DATA", "CACHE", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        yield home
