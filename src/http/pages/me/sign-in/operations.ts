const USER_ERRORS = 'userErrors { code message path }';

export const REQUEST_CODE = `mutation Ask($address: String!) {
  requestSignInCode(address: $address) { expiresAt ${USER_ERRORS} }
}`;

export const SIGN_IN = `mutation SignIn($address: String!, $code: String!, $deviceToken: String, $totp: String, $birthDate: Date) {
  signIn(address: $address, code: $code, deviceToken: $deviceToken, totp: $totp, birthDate: $birthDate) {
    session { refreshToken deviceToken mustEnrolSecondFactor }
    ${USER_ERRORS}
  }
}`;

export const SIGN_OUT = `mutation SignOut($refreshToken: String!) {
  signOut(refreshToken: $refreshToken)
}`;
