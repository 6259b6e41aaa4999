import { editor } from 'monaco-editor/editor'
import { darkPalette, lightPalette, type Palette, tokenKinds } from './palette.ts'

export const lightTheme = 'tiaoli-light'
export const darkTheme = 'tiaoli-dark'

/** Defines both themes and keeps the one in use in step with the system: light, dark, or forced colours. */
export function installThemes(): void {
  editor.defineTheme(lightTheme, themeData('vs', lightPalette))
  editor.defineTheme(darkTheme, themeData('vs-dark', darkPalette))
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const forced = matchMedia('(forced-colors: active)')
  const follow = (): void => editor.setTheme(themeFor(dark.matches, forced.matches))
  dark.addEventListener('change', follow)
  forced.addEventListener('change', follow)
  follow()
}

/** The theme for the system's settings; forced colours win, since there the user has chosen every colour. */
export function themeFor(dark: boolean, forced: boolean): string {
  if (forced) return dark ? 'hc-black' : 'hc-light'
  return dark ? darkTheme : lightTheme
}

function themeData(base: 'vs' | 'vs-dark', palette: Palette): editor.IStandaloneThemeData {
  return {
    base,
    inherit: true,
    rules: [
      { token: '', foreground: hex(palette.text), background: hex(palette.background) },
      ...tokenKinds.map((kind) => ({
        token: kind,
        foreground: hex(palette.tokens[kind]),
        // Weight tells keywords apart for those who do not see the colour; Chinese has no italic.
        fontStyle: kind === 'keyword' ? 'bold' : '',
      })),
    ],
    colors: {
      'editor.background': palette.background,
      'editor.foreground': palette.text,
      'editorLineNumber.foreground': palette.lineNumber,
      'editorLineNumber.activeForeground': palette.text,
      'editor.lineHighlightBackground': palette.currentLine,
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': palette.selection,
      'editorCursor.foreground': palette.accent,
      'editorWidget.background': palette.raised,
      'editorWidget.border': palette.border,
      'editorSuggestWidget.background': palette.raised,
      'editorSuggestWidget.border': palette.border,
      'editorSuggestWidget.selectedBackground': palette.selection,
      'editorSuggestWidget.selectedForeground': palette.text,
      'editorSuggestWidget.highlightForeground': palette.accent,
      'editorSuggestWidget.focusHighlightForeground': palette.accent,
      'editorSuggestWidgetStatus.foreground': palette.quiet,
      'editorHoverWidget.background': palette.raised,
      'editorHoverWidget.border': palette.border,
      'menu.background': palette.raised,
      'menu.foreground': palette.text,
      'menu.selectionBackground': palette.selection,
      'menu.selectionForeground': palette.text,
      'menu.border': palette.border,
      'editorError.foreground': palette.error,
      'editorWarning.foreground': palette.warning,
      'editorInfo.foreground': palette.information,
      'editorOverviewRuler.errorForeground': palette.error,
      'editorOverviewRuler.warningForeground': palette.warning,
      'editorOverviewRuler.infoForeground': palette.information,
      descriptionForeground: palette.quiet,
      focusBorder: palette.accent,
    },
  }
}

// Monaco's token rules want six digits without the sign.
function hex(colour: string): string {
  return colour.slice(1)
}
