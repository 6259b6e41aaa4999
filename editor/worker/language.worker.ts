import { languageMethods } from './methods.ts'
import { serve, type Wire } from './rpc.ts'

serve(globalThis as unknown as Wire, languageMethods())
