; The new files are all written in new~ before one of the old is touched; then the old go to old~ and the new take their
; places. What fails in between is put back, now or by the next setup: as long as old~ has a list and the folder above
; none, the old version counts. Only what a list names is moved.
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
; virus scanner to which it is new, is waited for.
!macro Move FROM TO
  ${If} ${FileExists} "${FROM}\$R0"
    ${GetParent} "${TO}\$R0" $R4
    CreateDirectory $R4
    StrCpy $Failed $R0
    ${For} $R5 1 20
      ClearErrors
      Rename "${FROM}\$R0" "${TO}\$R0"
      ${IfNot} ${Errors}
        StrCpy $Failed ""
        ${ExitFor}
      ${EndIf}
      Sleep 100
    ${Next}
    ${If} $Failed != ""
      ${ExitDo}
    ${EndIf}
  ${EndIf}
!macroend

; After a setup that was cut off: to the old version, or to the end of the new one.
Function Recover
  ${IfNot} ${FileExists} "$INSTDIR\installed.txt"
    ${If} ${FileExists} "$INSTDIR\new~\installed.txt"
      Call Undo
    ${ElseIf} ${FileExists} "$INSTDIR\old~\installed.txt"
      Call PutBack
    ${EndIf}
  ${EndIf}
  RMDir /r "$INSTDIR\old~"
  RMDir /r "$INSTDIR\new~"
FunctionEnd

Function PutBack
  !insertmacro Each "" "$INSTDIR\old~\installed.txt" Files
    ${If} ${FileExists} "$INSTDIR\old~\$R0"
      Delete "$INSTDIR\$R0"
      Rename "$INSTDIR\old~\$R0" "$INSTDIR\$R0"
    ${EndIf}
  !insertmacro EachEnd
  Rename "$INSTDIR\old~\installed.txt" "$INSTDIR\installed.txt"
FunctionEnd

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
      ; What somebody put there by that name is kept beside it.
      ${If} ${FileExists} "$INSTDIR\$R0"
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

; To what was there before.
Function Undo
  !insertmacro Each "" "$INSTDIR\new~\installed.txt" Files
    ; What is no longer in new~ was put in its place.
    ${IfNot} ${FileExists} "$INSTDIR\new~\$R0"
      Delete "$INSTDIR\$R0"
    ${EndIf}
  !insertmacro EachEnd
  ${If} ${FileExists} "$INSTDIR\old~\installed.txt"
    Call PutBack
  ${EndIf}
  RMDir /r "$INSTDIR\old~"
  Call Unstage
FunctionEnd
