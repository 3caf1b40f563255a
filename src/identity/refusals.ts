import { defineRefusals } from '#kernel'

export const refusals = defineRefusals('identity', {
  not_allowed: { status: 403, title: 'No role of this person allows the action' },
  wrong_credentials: { status: 401, title: 'The username or the password is wrong' },
  wrong_password: { status: 403, title: 'The present password is wrong' },
  too_many_tries: { status: 429, title: 'Too many tries to sign in with this username' },
  wrong_code: { status: 403, title: 'The one-time code is wrong or was used' },
  not_sample_office: { status: 404, title: 'Only the sample office has sample people' },
  person_unknown: { status: 404, title: 'No such person is enrolled' },
  username_taken: { status: 409, title: 'The username belongs to another person' },
  office_unknown: { status: 422, title: 'No such office is listed' },
  outside_own_offices: { status: 403, title: 'The office lies outside the offices of the actor' },
  already_granted: { status: 409, title: 'The person has this role in this office already' },
  own_administration: { status: 409, title: 'Nobody revokes their own role of administrator' },
  not_granted: { status: 409, title: 'The person does not have this role in this office' },
})
