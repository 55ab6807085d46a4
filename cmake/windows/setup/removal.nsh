; Takes away what the list names, and nothing else: no data, no settings, no file that somebody put there.

Function un.onInit
  StrCpy $Scope One
  SetShellVarContext current
  ReadRegStr $R0 HKLM "${ENTRY}" InstallLocation
  ${If} $R0 == $INSTDIR
    StrCpy $Scope All
    SetShellVarContext all
    UserInfo::GetAccountType
    Pop $R1
    ${If} $R1 != "Admin"
      Call un.AskForRights
    ${EndIf}
  ${EndIf}
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/Rest" $R1
  ${IfNot} ${Errors}
    Call un.RemoveRest
  ${EndIf}
  ${IfNot} ${FileExists} "$INSTDIR\installed.txt"
    !insertmacro Refuse 2 "$(NoList)"
  ${EndIf}
FunctionEnd

; Windows starts it from its list of apps without rights.
Function un.AskForRights
  ${If} ${Silent}
    !insertmacro Refuse 2 "$(NoRights)"
  ${EndIf}
  ExecShell "runas" "$INSTDIR\uninstall.exe"
  Quit
FunctionEnd

Section un.Remove
  !insertmacro BeAlone
  !insertmacro WaitForHamer
  StrCpy $Failed ""
  !insertmacro Each Un "$INSTDIR\installed.txt" All
    ${If} $R3 == "\"
      RMDir "$INSTDIR\$R0"
    ${ElseIf} $R0 != "uninstall.exe"
      ${For} $R5 1 20
        ClearErrors
        Delete "$INSTDIR\$R0"
        ${IfNot} ${Errors}
          ${ExitFor}
        ${EndIf}
        Sleep 100
      ${Next}
      ${If} ${FileExists} "$INSTDIR\$R0"
        StrCpy $Failed $R0
      ${EndIf}
    ${EndIf}
  !insertmacro EachEnd
  ${If} $Failed != ""
    !insertmacro Refuse 3 "$(NotRemoved)"
  ${EndIf}
  Delete "$INSTDIR\installed.txt"
  RMDir /r "$INSTDIR\old~"
  RMDir /r "$INSTDIR\new~"
  Delete "$SMPROGRAMS\Hamer.lnk"
  DeleteRegKey SHCTX "${PATHS}"
  DeleteRegKey SHCTX "${ENTRY}"
  ${If} $Scope == All
    RMDir "$APPDATA\Hamer"
  ${EndIf}
  Call un.RemoveItself
  SetOutPath $TEMP
  RMDir $INSTDIR
  !insertmacro Tell "$(DataStays)"
SectionEnd

; Last, so that what failed can be tried again. Where it runs from its own place, as by QuietUninstallString, it cannot: then
; a copy of it, which NSIS makes, takes away the rest once this one has ended.
Function un.RemoveItself
  ${If} $EXEDIR == $INSTDIR
    Exec '"$INSTDIR\uninstall.exe" /S /Rest'
  ${Else}
    Delete "$INSTDIR\uninstall.exe"
  ${EndIf}
FunctionEnd

Function un.RemoveRest
  ${For} $R0 1 100
    ; A setup that was started since puts its own there.
    ${If} ${FileExists} "$INSTDIR\installed.txt"
    ${OrIf} ${FileExists} "$INSTDIR\new~\*.*"
      Quit
    ${EndIf}
    Delete "$INSTDIR\uninstall.exe"
    ${IfNot} ${FileExists} "$INSTDIR\uninstall.exe"
      ${ExitFor}
    ${EndIf}
    Sleep 100
  ${Next}
  RMDir $INSTDIR
  Quit
FunctionEnd
