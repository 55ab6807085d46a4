; For whom it is installed, where, and whether it may be.
Var Scope    ; All or One
Var ForWhom  ; the same in words
Var Found    ; a place or a version that was found

; As administrator for all, else for who installs: nobody is asked for rights.
Function ChooseScope
  ${GetParameters} $R0
  UserInfo::GetAccountType
  Pop $R1
  StrCpy $Scope One
  ${If} $R1 == "Admin"
    StrCpy $Scope All
  ${EndIf}
  StrCpy $R3 0
  ClearErrors
  ${GetOptions} $R0 "/AllUsers" $R2
  ${IfNot} ${Errors}
    StrCpy $Scope All
    IntOp $R3 $R3 + 1
  ${EndIf}
  ClearErrors
  ${GetOptions} $R0 "/CurrentUser" $R2
  ${IfNot} ${Errors}
    StrCpy $Scope One
    IntOp $R3 $R3 + 1
  ${EndIf}
  ${If} $R3 = 2
    !insertmacro Refuse 2 "$(BothScopes)"
  ${EndIf}
  ${If} $Scope == All
    ${If} $R1 != "Admin"
      !insertmacro Refuse 2 "$(NoRights)"
    ${EndIf}
    SetShellVarContext all
    StrCpy $ForWhom "$(ForAll)"
  ${Else}
    SetShellVarContext current
    StrCpy $ForWhom "$(ForYou)"
  ${EndIf}
FunctionEnd

; One that is there for all is the administrator's: a second one would open the same data in another version.
Function ChoosePlace
  ${If} $Scope == One
    ReadRegStr $Found HKLM "${ENTRY}" InstallLocation
    ${If} $Found != ""
    ${AndIf} ${FileExists} "$Found\hamer.exe"
      !insertmacro Refuse 6 "$(IsForAll)"
    ${EndIf}
  ${EndIf}
  Call FindInstalled
  ${If} $INSTDIR == ""
    StrCpy $INSTDIR $Found
  ${EndIf}
  ${If} $INSTDIR == ""
    ${If} $Scope == All
      StrCpy $INSTDIR "$PROGRAMFILES64\Hamer"
    ${Else}
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\Hamer"
    ${EndIf}
  ${EndIf}
FunctionEnd

; $Found: where it is, or nothing.
Function FindInstalled
  ReadRegStr $Found SHCTX "${ENTRY}" InstallLocation
  ${IfNot} ${FileExists} "$Found\installed.txt"
  ${AndIfNot} ${FileExists} "$Found\old~\installed.txt"
    StrCpy $Found ""
  ${EndIf}
FunctionEnd

Function CheckVersion
  Call FindInstalled
  ${If} $Found == ""
    Return
  ${EndIf}
  ReadRegStr $Found SHCTX "${ENTRY}" DisplayVersion
  ${VersionCompare} "${VERSION}" "$Found" $R0
  ${If} $R0 <> 2
    Return
  ${EndIf}
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/Downgrade" $R1
  ${IfNot} ${Errors}
    Return
  ${EndIf}
  !insertmacro Tell "$(IsNewer) $(HowDowngrade)"
  SetErrorLevel 5
  MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(IsNewer)$\r$\n$\r$\n$(Downgrade)" /SD IDNO IDYES +2
    Quit
  SetErrorLevel -1
FunctionEnd

; A folder of its own: the one that it is in, or one in which there is nothing but what a setup that was cut off left.
; $R9: why this one is not, or nothing.
Function JudgePlace
  StrCpy $R9 ""
  Call FindInstalled
  ${If} $Found != ""
    ${If} $Found != $INSTDIR
      StrCpy $R9 "$(IsElsewhere)"
    ${EndIf}
    Return
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\installed.txt"
  ${OrIf} ${FileExists} "$INSTDIR\old~\installed.txt"
  ${OrIf} ${FileExists} "$INSTDIR\new~\installed.txt"
    Return
  ${EndIf}
  ClearErrors
  FindFirst $R0 $R1 "$INSTDIR\*"
  ${DoUntil} ${Errors}
    ${If} $R1 != "."
    ${AndIf} $R1 != ".."
    ${AndIf} $R1 != "new~"
    ${AndIf} $R1 != "old~"
    ${AndIf} $R1 != "uninstall.exe"
      StrCpy $R9 "$(NotEmpty)"
      ${ExitDo}
    ${EndIf}
    FindNext $R0 $R1
  ${Loop}
  FindClose $R0
FunctionEnd

; Where a folder is chosen, another one can be.
Function CheckChosen
  Call JudgePlace
  ${If} $R9 != ""
    MessageBox MB_OK|MB_ICONEXCLAMATION "$R9"
    Abort
  ${EndIf}
FunctionEnd

Function CheckPlace
  Call JudgePlace
  ${If} $R9 != ""
    !insertmacro Refuse 6 "$R9"
  ${EndIf}
FunctionEnd
