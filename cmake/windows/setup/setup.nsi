; The installer of Hamer for Windows. cmake/windows/package.py gives it the files and all that is named ${IN_CAPITALS}.
;
;   setup.exe [/S] [/AllUsers | /CurrentUser] [/Downgrade] [/D=C:\a place, last and without quotation marks]
;
; Exit status: 0 done; 1 stopped by who installs; 2 wrong use, or no rights; 3 a file could not be written; 4 Hamer is
; open, or its setup; 5 a newer version is there; 6 it is elsewhere, or other files are there; 7 Windows is too old. docs/windows.md has
; them for the administrator.
Target amd64-unicode
Unicode true
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
SetCompressor /SOLID lzma
AllowSkipFiles off
CRCCheck force
Name "Hamer"
BrandingText "Hamer ${VERSION}"
OutFile "${OUT}"
InstallDir ""
ShowInstDetails nevershow
ShowUninstDetails nevershow
!ifdef SIGN
  !uninstfinalize '"${SIGN}" "%1"'
!endif

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include StrFunc.nsh
!include WinVer.nsh
!include WordFunc.nsh
${Using:StrFunc} StrStr
${Using:StrFunc} UnStrStr

!define ENTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Hamer"
!define PATHS "Software\Microsoft\Windows\CurrentVersion\App Paths\hamer.exe"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${GROUND}"
!define MUI_DIRECTORYPAGE_TEXT_TOP "$(Where)"
!define MUI_FINISHPAGE_TITLE "$(Done)"
!define MUI_FINISHPAGE_TEXT "$(DoneText)"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(DataStays)"
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE CheckChosen
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; The first is spoken where Windows speaks neither.
!insertmacro MUI_LANGUAGE English
!insertmacro MUI_LANGUAGE Dutch

!include words.nsh
!include refuse.nsh
!include scope.nsh
!include swap.nsh
!include undo.nsh
!include register.nsh
!include removal.nsh

VIProductVersion "${VERSION_OF_FOUR}"
VIFileVersion "${VERSION_OF_FOUR}"
!macro Information LANGUAGE ABOUT
  VIAddVersionKey /LANG=${LANGUAGE} ProductName "Hamer"
  VIAddVersionKey /LANG=${LANGUAGE} CompanyName "${PUBLISHER}"
  VIAddVersionKey /LANG=${LANGUAGE} FileDescription "${ABOUT}"
  VIAddVersionKey /LANG=${LANGUAGE} FileVersion "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} ProductVersion "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} LegalCopyright "${PUBLISHER}"
  VIAddVersionKey /LANG=${LANGUAGE} OriginalFilename "hamer-${VERSION}-setup.exe"
!macroend
!insertmacro Information ${LANG_DUTCH} "Installatie van Hamer"
!insertmacro Information ${LANG_ENGLISH} "Setup of Hamer"

Function .onInit
  ; Before it, no program could ask for texts in UTF-8 (docs/decisions/0032-windows.md).
  ${IfNot} ${AtLeastBuild} 18362
    !insertmacro Refuse 7 "$(TooOld)"
  ${EndIf}
  Call ChooseScope
  Call ChoosePlace
  Call CheckVersion
FunctionEnd

Section
  AddSize ${KILOBYTES}
  !insertmacro BeAlone
  Call CheckPlace
  !insertmacro WaitForHamer
  Call Recover
  Call Stage
  Call Swap
  Call Register
SectionEnd

; A file could not be written, as on a full disk. What was there is as it was.
Function .onInstFailed
  Call Unstage
  SetErrorLevel 3
  !insertmacro Tell "$(NotWritten)"
FunctionEnd
