import { createExample } from './app.ts'
import { loadConfig } from './config.ts'

try {
  const config = loadConfig(process.env)
  const app = await createExample(config)
  const stop = () => void app.close().then(() => process.exit(0))
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  await app.listen({ host: '127.0.0.1', port: config.port })
  console.log(`The upgrade list is at http://127.0.0.1:${config.port}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
