import ModelArtifacts

/// Who asks: where the credentials are to come from, in the order of botocore and so of the AWS CLI.
///
/// Environment; a role by `role_arn`; a web identity; single sign-on; keys in the file of credentials; a login; a program; keys in the
/// configuration; the container; the instance. A profile that was named as an option goes before the environment.
///
/// Source: https://docs.aws.amazon.com/boto3/latest/guide/credentials.html, and `create_credential_resolver` of
/// https://github.com/boto/botocore, `botocore/credentials.py`.
package enum CredentialPlan: Sendable {
    /// Nobody asks.
    case unsigned
    /// They are there, or somebody is named who gives them out.
    case source(any CredentialSource)
    /// Only the AWS CLI can get them.
    case exported(any CredentialSource)
    /// Nothing names any, so the machine's metadata are left; nil where they are not to be asked.
    case instance((any CredentialSource)?)
}
