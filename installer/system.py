"""What Qt and the tests need from the operating system, and how to get it on Debian."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from printing import font_files

# Found on a bare Debian 12 by installing until it ran.
OFFSCREEN = (
    "libgl1", "libegl1", "libxkbcommon0", "libglib2.0-0", "libfontconfig1", "libfreetype6",
    "libdbus-1-3",
)  # fmt: skip
WINDOW = (
    "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxcb-xkb1",
    "libxcb-randr0", "libxcb-image0", "libxcb-render-util0", "libxkbcommon-x11-0",
)  # fmt: skip
# The program that proves a package is there, and the package.
TEST_TOOLS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",  # xvfb-run calls it, and xvfb only recommends it
    "import": "imagemagick",
    "xdotool": "xdotool",
    "gnome-keyring-daemon": "gnome-keyring",
    "dbus-run-session": "dbus",
    "secret-tool": "libsecret-tools",
    "pdftotext": "poppler-utils",
}
# Characters of Ext-B and later; without it the office gives a font of its own in the settings.
RARE_FONT = "fonts-hanazono"
OFFSCREEN_FILES = ("QtWidgets.abi3.so", "QtPrintSupport.abi3.so", "QtSvg.abi3.so")
WINDOW_FILES = ("Qt/plugins/platforms/libqxcb.so",)


def missing_libraries(files: tuple[str, ...]) -> tuple[str, ...]:
    """Names of shared libraries that these files of PySide6 ask for and the system lacks."""
    spec = find_spec("PySide6")
    linker = shutil.which("ldd")
    if spec is None or spec.origin is None or linker is None:
        return ()
    root = Path(spec.origin).parent
    missing: set[str] = set()
    for file in files:
        answer = subprocess.run(
            [linker, str(root / file)], capture_output=True, text=True, check=False
        )
        missing |= {
            line.split()[0] for line in answer.stdout.splitlines() if line.endswith("not found")
        }
    return tuple(sorted(missing))


def wanted_packages(*, for_tests: bool) -> list[str]:
    """Debian packages that would supply what is missing now; empty when nothing is."""
    packages: list[str] = []
    if missing_libraries(OFFSCREEN_FILES):
        packages += OFFSCREEN
    if missing_libraries(WINDOW_FILES):
        packages += WINDOW
    if for_tests:
        packages += [name for tool, name in TEST_TOOLS.items() if shutil.which(tool) is None]
    return packages


def may_install() -> bool:
    """Whether this person may install Debian packages here without being asked."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(packages: list[str], *, update: bool = True) -> bool:
    """Install with apt-get as the machine is configured; say whether it went well."""
    apt = shutil.which("apt-get") or "apt-get"
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    wait = ("-o", "DPkg::Lock::Timeout=120")
    if update:
        subprocess.run([apt, *wait, "-qq", "update"], env=environment, check=False)
    command = [apt, *wait, "install", "-y", "-qq", "--no-install-recommends", *packages]
    return subprocess.run(command, env=environment, check=False).returncode == 0


def provide(*, for_tests: bool) -> bool:
    """Get what is missing, or say exactly what it is; False when Qt cannot even start."""
    if sys.platform != "linux":
        return True
    packages = wanted_packages(for_tests=for_tests)
    if packages and may_install():
        print(f"安装系统组件 · installing: {' '.join(packages)}", flush=True)
        apt_install(packages)
        packages = wanted_packages(for_tests=for_tests)
        provide_rare_font(update=False)
    elif may_install():
        provide_rare_font(update=True)
    if packages:
        _say_missing(packages)
    return not missing_libraries(OFFSCREEN_FILES)


def provide_rare_font(*, update: bool) -> None:
    """Get the font for rare characters where it is missing; set-up goes on without it."""
    if font_files.files():
        return
    print(f"安装生僻字字体 · installing: {RARE_FONT}", flush=True)
    if not apt_install([RARE_FONT], update=update):
        print("没有装上；生僻字字体可以在“设置·字体”里另外给出。", flush=True)


def _say_missing(packages: list[str]) -> None:
    """Name the packages, the libraries behind them, and what does not work without."""
    print("还缺下列系统组件，请管理员运行 · missing, have them installed with:")
    print(f"    apt-get install {' '.join(packages)}")
    if basic := missing_libraries(OFFSCREEN_FILES):
        print(f"没有它们程序不能启动 · nothing starts without: {', '.join(basic)}")
    if window := missing_libraries(WINDOW_FILES):
        print(f"没有它们不能开窗口，命令行可用 · no window without: {', '.join(window)}")
