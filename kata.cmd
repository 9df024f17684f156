@echo off
rem Runs the `kata` command of this repository. It is built first where its sources have changed since the last time.
setlocal
set "root=%~dp0"
set "program=%root%kit\Cli\bin\kata\kata.dll"
set "stamp=%root%kit\Cli\obj\kata.stamp"
powershell -NoProfile -Command "if (-not ((Test-Path $env:program) -and (Test-Path $env:stamp))) { exit 1 }; $time = (Get-Item $env:stamp).LastWriteTimeUtc; $folders = 'kit\Cli', 'kit\Journal', 'kit\Grading', 'kit\Worker', 'kit\TestLogger', 'analyzers\KataKit.Analyzers' | ForEach-Object { Join-Path $env:root $_ }; if (Get-ChildItem $folders -Recurse -File | Where-Object { $_.FullName -notmatch '\\(bin|obj)\\' -and $_.LastWriteTimeUtc -gt $time } | Select-Object -First 1) { exit 1 }"
if errorlevel 1 (
    echo Building kata; this is done once ... 1>&2
    pushd "%root%"
    dotnet publish kit\Cli -c Release -o "%root%kit\Cli\bin\kata" --use-current-runtime --no-self-contained -p:PublishReadyToRun=true -v:q -nologo -tl:off -nodeReuse:false -p:UseSharedCompilation=false 1>&2
    if errorlevel 1 ( popd & exit /b 70 )
    popd
    type nul > "%stamp%"
)
if not defined KATAKIT_ROOT set "KATAKIT_ROOT=%root%"
dotnet "%program%" %*
exit /b %errorlevel%
