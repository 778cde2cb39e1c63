/// A value with where it comes from.
struct Setting<Value: Sendable>: Sendable {
    var value: Value
    var origin: SettingOrigin

    init(_ value: Value, _ origin: SettingOrigin) {
        self.value = value
        self.origin = origin
    }
}
