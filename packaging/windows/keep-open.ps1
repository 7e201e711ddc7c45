# Opens the counter, and opens it again a second after it fell. Windows itself would wait a minute.
# Started by wijkwijzer-task.xml. Ends when the program was closed by staff (exit status 0).
$ErrorActionPreference = 'Stop'
$program = Join-Path $PSScriptRoot '..\..\.venv\Scripts\wijkwijzer.exe'
do {
    $counter = Start-Process -FilePath $program -PassThru -Wait
    Start-Sleep -Seconds 1
} while ($counter.ExitCode -ne 0)
