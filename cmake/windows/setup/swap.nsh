; The new files are all written in new~ before one of the old is touched; then the old go to old~ and the new take their
; places. What fails in between is put back (undo.nsh). Only what a list names is moved.
Var Failed  ; the file at which it stopped

; For each line of a list, in $R0; what leads out of the folder is passed over, and a folder where ONLY is Files.
!macro Each UN LIST ONLY
  ClearErrors
  FileOpen $R7 "${LIST}" r
  ${Do}
    ClearErrors
    FileRead $R7 $R0
    ${If} ${Errors}
      ${ExitDo}
    ${EndIf}
    StrCpy $R1 $R0 "" -2
    ${If} $R1 != "$\r$\n"
      ${Continue}
    ${EndIf}
    StrCpy $R0 $R0 -2
    ${${UN}StrStr} $R1 $R0 ".."
    ${${UN}StrStr} $R2 $R0 ":"
    StrCpy $R3 $R0 1
    ${If} "$R1$R2" != ""
    ${OrIf} $R0 == ""
    ${OrIf} $R3 == "\"
      ${Continue}
    ${EndIf}
    StrCpy $R3 $R0 1 -1
    ${If} "$R3${ONLY}" == "\Files"
      ${Continue}
    ${EndIf}
!macroend
!macro EachEnd
  ${Loop}
  FileClose $R7
!macroend

; Moves $R0 from one folder to another; what is not there needs no moving. A program that has it for a moment, such as a
; virus scanner to which it is new, is waited for. STUCK: the first that could not be moved.
!macro TryMove FROM TO STUCK
  ${If} ${FileExists} "${FROM}\$R0"
    ${GetParent} "${TO}\$R0" $R4
    CreateDirectory $R4
    ${For} $R5 1 20
      ClearErrors
      Rename "${FROM}\$R0" "${TO}\$R0"
      ${IfNot} ${Errors}
        ${ExitFor}
      ${EndIf}
      Sleep 100
    ${Next}
    ${If} ${FileExists} "${FROM}\$R0"
    ${AndIf} ${STUCK} == ""
      StrCpy ${STUCK} $R0
    ${EndIf}
  ${EndIf}
!macroend

; The same, and no more of the list where it fails.
!macro Move FROM TO
  !insertmacro TryMove "${FROM}" "${TO}" $Failed
  ${If} $Failed != ""
    ${ExitDo}
  ${EndIf}
!macroend

Function Stage
  Call MakePlace
  CreateDirectory "$INSTDIR\new~"
  !include "${FILES}"
  ClearErrors
  WriteUninstaller "$INSTDIR\new~\uninstall.exe"
  ${If} ${Errors}
    Call Unstage
    !insertmacro Refuse 3 "$(NotWritten)"
  ${EndIf}
  ; Last: with it, all of it is there.
  File "/oname=$INSTDIR\new~\installed.txt" "${LIST}"
FunctionEnd

Function Unstage
  RMDir /r "$INSTDIR\new~"
  ; Where there was nothing before.
  RMDir $INSTDIR
FunctionEnd

Function Swap
  StrCpy $Failed ""
  ${If} ${FileExists} "$INSTDIR\installed.txt"
    CreateDirectory "$INSTDIR\old~"
    StrCpy $R0 "installed.txt"
    ${Do}
      !insertmacro Move "$INSTDIR" "$INSTDIR\old~"
      ${ExitDo}
    ${Loop}
    ${If} $Failed == ""
      !insertmacro Each "" "$INSTDIR\old~\installed.txt" Files
        !insertmacro Move "$INSTDIR" "$INSTDIR\old~"
      !insertmacro EachEnd
    ${EndIf}
  ${EndIf}
  ${If} $Failed == ""
    !insertmacro Each "" "$INSTDIR\new~\installed.txt" Files
      ${If} $R0 == "uninstall.exe"
        ; Of an uninstaller that could not take itself away.
        !insertmacro Move "$INSTDIR" "$INSTDIR\old~"
      ${ElseIf} ${FileExists} "$INSTDIR\$R0"
        ; What somebody put there by that name is kept beside it.
        Rename "$INSTDIR\$R0" "$INSTDIR\$R0.kept"
      ${EndIf}
      !insertmacro Move "$INSTDIR\new~" "$INSTDIR"
    !insertmacro EachEnd
  ${EndIf}
  ${If} $Failed == ""
    StrCpy $R0 "installed.txt"
    ${Do}
      !insertmacro Move "$INSTDIR\new~" "$INSTDIR"
      ${ExitDo}
    ${Loop}
  ${EndIf}
  ${If} $Failed != ""
    Call Undo
    Call StopIfStuck
    !insertmacro Refuse 3 "$(NotMoved)"
  ${EndIf}
  ; Folders in which nothing is left.
  !insertmacro Each "" "$INSTDIR\old~\installed.txt" All
    ${If} $R3 == "\"
      RMDir "$INSTDIR\$R0"
    ${EndIf}
  !insertmacro EachEnd
  RMDir /r "$INSTDIR\old~"
  RMDir /r "$INSTDIR\new~"
FunctionEnd
