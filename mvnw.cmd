@echo off
rem mvnw for Windows 10 and later, whose own curl, tar and certutil it uses.
setlocal
for /f "tokens=2 delims==" %%v in ('findstr /b "version=" "%~dp0mvnw"') do set "MVNW_VERSION=%%v"
for /f "tokens=2 delims==" %%v in ('findstr /b "sha512=" "%~dp0mvnw"') do set "MVNW_SHA512=%%v"
if not defined MAVEN_USER_HOME set "MAVEN_USER_HOME=%USERPROFILE%\.m2"
set "MVNW_NAME=apache-maven-%MVNW_VERSION%"
set "MVNW_CACHE=%MAVEN_USER_HOME%\wrapper\dists\%MVNW_NAME%-%MVNW_SHA512:~0,12%"
set "MVNW_MAVEN=%MVNW_CACHE%\%MVNW_NAME%\bin\mvn.cmd"
if exist "%MVNW_MAVEN%" goto run

set "MVNW_WORK=%MVNW_CACHE%\fetching-%RANDOM%%RANDOM%"
set "MVNW_ARCHIVE=%MVNW_WORK%\%MVNW_NAME%-bin.tar.gz"
mkdir "%MVNW_WORK%" || exit /b 1
if defined MVNW_REPOURL call :download "%MVNW_REPOURL%/org/apache/maven/apache-maven/%MVNW_VERSION%/%MVNW_NAME%-bin.tar.gz" MVNW_REPOURL
if not exist "%MVNW_ARCHIVE%" call :copy_by_mvn
if not exist "%MVNW_ARCHIVE%" call :download "https://archive.apache.org/dist/maven/maven-3/%MVNW_VERSION%/binaries/%MVNW_NAME%-bin.tar.gz" archive.apache.org
if exist "%MVNW_ARCHIVE%" (
    "%SystemRoot%\System32\tar.exe" -xzf "%MVNW_ARCHIVE%" -C "%MVNW_WORK%"
    move "%MVNW_WORK%\%MVNW_NAME%" "%MVNW_CACHE%\" >nul 2>nul
)
rmdir /s /q "%MVNW_WORK%"
if exist "%MVNW_MAVEN%" goto run
echo mvnw: no Maven %MVNW_VERSION%. Set MVNW_REPOURL to a Maven repository within reach, or put a mvn that reaches one on the PATH. 1>&2
exit /b 1

:run
"%MVNW_MAVEN%" %*

:copy_by_mvn
where mvn >nul 2>nul || exit /b
echo mvnw: fetching Maven %MVNW_VERSION% through the mvn on the PATH, this once 1>&2
pushd "%MVNW_WORK%"
call mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.6.0:copy "-Dartifact=org.apache.maven:apache-maven:%MVNW_VERSION%:tar.gz:bin" "-DoutputDirectory=%MVNW_WORK%" 1>&2
popd
goto verify

:download
echo mvnw: fetching Maven %MVNW_VERSION% from %~2, this once 1>&2
curl.exe -fsSL --connect-timeout 20 -o "%MVNW_ARCHIVE%" "%~1"

:verify
if not exist "%MVNW_ARCHIVE%" exit /b
certutil -hashfile "%MVNW_ARCHIVE%" SHA512 | findstr /i /l "%MVNW_SHA512%" >nul && exit /b
echo mvnw: refused it: its SHA-512 is not %MVNW_SHA512% 1>&2
del "%MVNW_ARCHIVE%"
exit /b
