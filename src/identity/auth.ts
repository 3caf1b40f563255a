import { betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { username } from 'better-auth/plugins/username'
import type { Pool } from 'pg'
import { z } from 'zod'
import { assert } from '#kernel'
import { hashPassword, verifyPassword } from './password.ts'

export const limits = {
  /** A working day with overtime; a session is not prolonged by use. */
  session_seconds: 12 * 3_600,
  secret_characters_min: 32,
  password_characters_min: 12,
  password_characters_max: 200,
  username_characters_max: 41,
}

export type AuthOptions = { pool: Pool; baseUrl: string; secret: string }

/** The options of the sign-in library; its tables follow from them. */
export function authOptions({ pool, baseUrl, secret }: AuthOptions) {
  assert(secret.length >= limits.secret_characters_min, 'the session secret is long enough')
  return {
    database: pool,
    baseURL: baseUrl,
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: limits.password_characters_min,
      maxPasswordLength: limits.password_characters_max,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }: { hash: string; password: string }) =>
          verifyPassword(password, hash),
      },
    },
    session: {
      expiresIn: limits.session_seconds,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    advanced: {
      cookiePrefix: 'faem',
      // By the address alone: the library would also go by NODE_ENV and lock out an office on plain http.
      useSecureCookies: baseUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' as const },
    },
    plugins: [
      username({
        maxUsernameLength: limits.username_characters_max,
        usernameValidator: (name) => /^[a-z][a-z0-9._-]{2,40}$/.test(name),
      }),
      sessions(),
    ],
  }
}

/** Opens a session without a password. No path: only our own code can call it, never a request. */
function sessions() {
  return {
    id: 'faem-sessions',
    endpoints: {
      openSession: createAuthEndpoint(
        { method: 'POST', body: z.object({ userId: z.string() }) },
        async (call) => {
          const { internalAdapter } = call.context
          const user = await internalAdapter.findUserById(call.body.userId)
          if (user === null) return call.json({ opened: false })
          const session = await internalAdapter.createSession(user.id)
          await setSessionCookie(call, { session, user })
          return call.json({ opened: true })
        },
      ),
    },
  }
}

export type Auth = ReturnType<typeof createAuth>

export function createAuth(options: AuthOptions) {
  // The variable would switch reports to the library's makers on whatever the options say.
  delete process.env['BETTER_AUTH_TELEMETRY']
  return betterAuth(authOptions(options))
}
