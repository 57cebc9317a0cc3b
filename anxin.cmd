@echo off
rem Anxin on Windows: the same words as ./anxin on Linux. Written, not yet run on Windows.
rem   anxin demo    a sample office      anxin test    every gate and test      anxin    the window
chcp 65001 >nul
setlocal
set "HERE=%~dp0"
set "PYTHONDONTWRITEBYTECODE="
set "PYTHONHOME="
set "PYTHONPATH=%HERE%"
set "PYTHONUTF8=1"
set "PY=%HERE%.venv\Scripts\python.exe"
set "KIND=run"
if /i "%~1"=="test" set "KIND=test"

if not exist "%PY%" (
  py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>nul || (
    echo 缺少 Python 3.11 或更新的版本，请先安装。 Python 3.11 or newer is needed: install it first. 1>&2
    exit /b 3
  )
  echo 建立虚拟环境 making the virtual environment 1>&2
  py -3 -m venv "%HERE%.venv" || exit /b 3
)

rem Set up again only when a lock file or the set-up itself has changed.
"%PY%" "%HERE%installer\stamp.py" %KIND% --check
if errorlevel 1 (
  echo 安装依赖，首次约需几分钟 installing packages 1>&2
  "%PY%" -m pip install -q --compile --disable-pip-version-check --no-input -r "%HERE%requirements\%KIND%.lock" || (
    echo 依赖没有装全，请检查网络后重试。 Packages are incomplete: check the network and try again. 1>&2
    exit /b 3
  )
  "%PY%" -m installer.setup %KIND% 1>&2 || exit /b 3
  "%PY%" "%HERE%installer\stamp.py" %KIND% || exit /b 3
)

if /i "%~1"=="test" (
  cd /d "%HERE%"
  for /f "tokens=1,*" %%a in ("%*") do "%PY%" -m installer.gates %%b
  exit /b
)
"%PY%" -m desktop %*
