; To end in words: in a window, and without one on the standard output of who asked, or else in its console.

!macro Tell TEXT
  ${If} ${Silent}
    System::Call 'kernel32::GetStdHandle(i -11) p.R8'
    ${If} $R8 P<= 0
      System::Call 'kernel32::AttachConsole(i -1)'
      System::Call 'kernel32::GetStdHandle(i -11) p.R8'
    ${EndIf}
    FileWrite $R8 "Hamer: ${TEXT}$\r$\n"
  ${EndIf}
!macroend

!macro Refuse STATUS TEXT
  !insertmacro Tell "${TEXT}"
  SetErrorLevel ${STATUS}
  MessageBox MB_OK|MB_ICONSTOP "${TEXT}" /SD IDOK
  Quit
!macroend

; One at a time on the machine: two would take each other's new files for their own. Windows forgets it when this ends.
!macro BeAlone
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "Global\Hamer.Setup") p.R8 ?e'
  Pop $R8
  ${If} $R8 = 183
  ${OrIf} $R8 = 5
    !insertmacro Refuse 4 "$(IsBusy)"
  ${EndIf}
!macroend

; Whether a program runs: its file cannot then be opened to be written. Others that have it open to read it, such as a
; virus scanner, are no hindrance. RESULT becomes 32 when it runs.
!macro IsRunning FILE RESULT
  ${If} ${FileExists} "${FILE}"
    System::Call 'kernel32::CreateFileW(w "${FILE}", i 0x40000000, i 7, p 0, i 3, i 0, p 0) p.R8 ?e'
    Pop $R9
    ${If} $R8 P<> -1
      System::Call 'kernel32::CloseHandle(p R8)'
    ${ElseIf} $R9 = 32
      StrCpy ${RESULT} 32
    ${EndIf}
  ${EndIf}
!macroend

; Goes on when Hamer does not run, nor from where a setup moved it; who installs may close it and try again. Before anything
; is changed.
!macro WaitForHamer
  ${Do}
    StrCpy $R0 0
    !insertmacro IsRunning "$INSTDIR\hamer.exe" $R0
    !insertmacro IsRunning "$INSTDIR\hamer.com" $R0
    !insertmacro IsRunning "$INSTDIR\old~\hamer.exe" $R0
    !insertmacro IsRunning "$INSTDIR\old~\hamer.com" $R0
    !insertmacro IsRunning "$INSTDIR\new~\hamer.exe" $R0
    !insertmacro IsRunning "$INSTDIR\new~\hamer.com" $R0
    ${If} $R0 <> 32
      ${ExitDo}
    ${EndIf}
    !insertmacro Tell "$(IsOpen)"
    SetErrorLevel 4
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IsOpen)" /SD IDCANCEL IDRETRY +2
      Quit
  ${Loop}
  SetErrorLevel -1
!macroend
