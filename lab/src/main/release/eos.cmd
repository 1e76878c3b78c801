@echo off
rem EoS Lab, installed, on Windows: starts the program that is in this folder; a JRE 17 or newer is all that it needs.
setlocal
set "root=%~dp0.."
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -version >nul 2>&1
if errorlevel 1 (
    echo eos: no java found: install a JRE 17 or newer, or set JAVA_HOME to one 1>&2
    exit /b 2
)

rem As "launch" does it elsewhere: by what a command is.
set "options=-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
for %%c in (run verify resume fork race sharpness figures serve doctor) do if "%~1"=="%%c" set "options=-XX:+UseParallelGC -Xmn512m"
if "%~1"=="serve" set "options=%options% -XX:-UseAdaptiveSizePolicy"
if "%~1"=="sweep" set "options=-XX:+UseParallelGC -Xmn256m --add-modules=jdk.incubator.vector"

"%java%" %options% --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true %EOS_JAVA_OPTS% -cp "%root%\lib\*" org.eoslab.cli.Eos %*
exit /b %errorlevel%
