/// A door to a bucket with a policy of its own.
package struct AccessPoint: Hashable, Sendable {
    package let name: String
    package let account: String
    package let region: String
}
