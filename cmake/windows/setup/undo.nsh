; Back to what was there, now or by the next setup: as long as old~ has a list and the folder above none, the old version
; counts. What is not in new~ is in its place, and what is in old~ is not: so it can stop anywhere, and be gone on with.
Var Stuck  ; what could not be put back

; Before a setup changes anything: to the old version where one was cut off, or to the end of the new one.
Function Recover
  StrCpy $Stuck ""
  ${IfNot} ${FileExists} "$INSTDIR\installed.txt"
    ${If} ${FileExists} "$INSTDIR\new~\installed.txt"
      Call Undo
    ${ElseIf} ${FileExists} "$INSTDIR\old~\installed.txt"
      Call PutBack
    ${EndIf}
    Call StopIfStuck
  ${EndIf}
  ; With files of another time in old~, those would be put back.
  StrCpy $R0 "old~"
  Call RemoveFolder
  StrCpy $R0 "new~"
  Call RemoveFolder
FunctionEnd

; $R0, which is waited for as a file is.
Function RemoveFolder
  ${For} $R5 1 20
    RMDir /r "$INSTDIR\$R0"
    ${IfNot} ${FileExists} "$INSTDIR\$R0\*.*"
      Return
    ${EndIf}
    Sleep 100
  ${Next}
  StrCpy $Failed $R0
  !insertmacro Refuse 3 "$(NotMoved)"
FunctionEnd

Function Undo
  !insertmacro Each "" "$INSTDIR\new~\installed.txt" All
    ${If} $R3 == "\"
      RMDir "$INSTDIR\$R0"
    ${ElseIfNot} ${FileExists} "$INSTDIR\new~\$R0"
      ; Moved rather than removed: that goes for a program that was started meanwhile too.
      !insertmacro TryMove "$INSTDIR" "$INSTDIR\new~" $Stuck
    ${EndIf}
  !insertmacro EachEnd
  ${If} ${FileExists} "$INSTDIR\old~\installed.txt"
    Call PutBack
  ${EndIf}
  ${If} $Stuck == ""
    RMDir /r "$INSTDIR\old~"
    Call Unstage
  ${EndIf}
FunctionEnd

; As much as can be, and the list once all of it is.
Function PutBack
  !insertmacro Each "" "$INSTDIR\old~\installed.txt" Files
    ${If} ${FileExists} "$INSTDIR\old~\$R0"
    ${AndIfNot} ${FileExists} "$INSTDIR\new~\installed.txt"
      ; Somebody took away new~, which would have told whose it is.
      Delete "$INSTDIR\$R0"
    ${EndIf}
    !insertmacro TryMove "$INSTDIR\old~" "$INSTDIR" $Stuck
  !insertmacro EachEnd
  ${If} $Stuck == ""
    StrCpy $R0 "installed.txt"
    !insertmacro TryMove "$INSTDIR\old~" "$INSTDIR" $Stuck
  ${EndIf}
FunctionEnd

; What was there is then in part in old~, where the next setup finds it.
Function StopIfStuck
  ${If} $Stuck != ""
    !insertmacro Refuse 3 "$(NotPutBack)"
  ${EndIf}
FunctionEnd
