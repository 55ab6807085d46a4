; What Windows is told of it, and folders that only administrators write in.

; Administrators and the system may do all, users read and start; nothing comes from the folder above.
!define FOR_ADMINISTRATORS "O:BAG:BAD:P(A;OICI;FA;;;BA)(A;OICI;FA;;;SY)(A;OICI;0x1200a9;;;BU)"

; Makes the folder $R0 so, or not at all, and each that is missing above it: who may rename one of those may put another in
; its place. One that is there is left as it is: it may be a link that another user made, and what the list of a folder is
; worth is judged by who reads in it.
Function MakeProtected
  ${DoUntil} ${FileExists} "$R0\*.*"
    StrCpy $R1 $R0
    ${Do}
      ${GetParent} $R1 $R2
      StrCpy $R3 $R2 "" -1
      ${If} $R2 == ""
      ${OrIf} $R3 == ":"
      ${OrIf} ${FileExists} "$R2\*.*"
        ${ExitDo}
      ${EndIf}
      StrCpy $R1 $R2
    ${Loop}
    Call MakeOneProtected
    ${If} $R3 = 0
      Return
    ${EndIf}
  ${Loop}
FunctionEnd

; $R1, in a folder that is there. $R3: 0 when it could not be made.
Function MakeOneProtected
  System::Call 'advapi32::ConvertStringSecurityDescriptorToSecurityDescriptorW(w "${FOR_ADMINISTRATORS}", i 1, *p .R2, p 0) i.R3'
  ${If} $R3 = 0
    Return
  ${EndIf}
  System::Call '*(i 24, i 0, p R2, p 0) p.R4'
  System::Call 'kernel32::CreateDirectoryW(w R1, p R4) i.R3'
  System::Free $R4
  System::Call 'kernel32::LocalFree(p R2)'
FunctionEnd

; Also outside Program Files: elsewhere any user might change what others start.
Function MakePlace
  ${If} $Scope == All
    StrCpy $R0 $INSTDIR
    Call MakeProtected
  ${Else}
    CreateDirectory $INSTDIR
  ${EndIf}
  ${IfNot} ${FileExists} "$INSTDIR\*.*"
    !insertmacro Refuse 3 "$(NotWritten)"
  ${EndIf}
FunctionEnd

Function Register
  SetOutPath $INSTDIR
  CreateShortCut "$SMPROGRAMS\Hamer.lnk" "$INSTDIR\hamer.exe" "" "$INSTDIR\hamer.exe" 0 SW_SHOWNORMAL "" "$(About)"
  ${If} $Scope == All
    ; For the settings that the administrator hands out: with `all`, $APPDATA is %PROGRAMDATA%.
    StrCpy $R0 "$APPDATA\Hamer"
    Call MakeProtected
  ${EndIf}
  ; So that Windows finds `hamer`, as from Start and from Run.
  WriteRegStr SHCTX "${PATHS}" "" "$INSTDIR\hamer.exe"
  WriteRegStr SHCTX "${ENTRY}" DisplayName "Hamer"
  WriteRegStr SHCTX "${ENTRY}" DisplayVersion "${VERSION}"
  WriteRegStr SHCTX "${ENTRY}" DisplayIcon "$INSTDIR\hamer.exe,0"
  WriteRegStr SHCTX "${ENTRY}" Publisher "${PUBLISHER}"
  ${If} "${CONTACT}" != ""
    WriteRegStr SHCTX "${ENTRY}" Contact "${CONTACT}"
  ${EndIf}
  WriteRegStr SHCTX "${ENTRY}" InstallLocation "$INSTDIR"
  WriteRegStr SHCTX "${ENTRY}" UninstallString '"$INSTDIR\uninstall.exe"'
  ; Where it is, rather than by a copy of it: who asks then gets its exit status.
  WriteRegStr SHCTX "${ENTRY}" QuietUninstallString '"$INSTDIR\uninstall.exe" /S _?=$INSTDIR'
  WriteRegDWORD SHCTX "${ENTRY}" EstimatedSize ${KILOBYTES}
  WriteRegDWORD SHCTX "${ENTRY}" NoModify 1
  WriteRegDWORD SHCTX "${ENTRY}" NoRepair 1
FunctionEnd
