import ModelArtifacts

/// One setting as it is shown.
struct SettingRow {
    /// The key of the configuration file, or the option where there is none.
    let name: String
    /// The rule that it is about.
    var rule: String?
    /// The value; nil if nothing is set and there is no default, and where the rule says all.
    var value: ByteString?
    /// Where findings are ignored.
    var paths: [ByteString] = []
    /// Why findings are ignored.
    var reason: String?
    /// Where it comes from.
    let origin: SettingOrigin

    /// All settings, with those that nobody set, in the order in which they are documented.
    static func rows(of configuration: Configuration) -> [SettingRow] {
        let uploads = configuration.uploader != nil || configuration.partSize != nil
        let uploader = configuration.uploader ?? (uploads ? nil : Setting(.awsCLI, .standard))
        var rows = [row("failOn", configuration.failOn ?? Setting(.error, .standard)) { $0.rawValue }]
        for (rule, setting) in configuration.severities.sorted(by: { $0.key < $1.key }) {
            rows.append(
                SettingRow(
                    name: "severities", rule: rule, value: ByteString(setting.value.rawValue), origin: setting.origin))
        }
        for rule in configuration.selected?.value.sorted() ?? [] {
            rows.append(
                SettingRow(
                    name: "select", rule: rule, origin: configuration.selected?.origin ?? .standard))
        }
        for ignored in configuration.ignored {
            rows.append(
                SettingRow(
                    name: "ignore", rule: ignored.value.rule,
                    paths: ignored.value.paths.map(\.pattern), reason: ignored.value.reason, origin: ignored.origin))
        }
        rows.append(
            SettingRow(
                name: "baseline", value: configuration.baseline?.value,
                origin: configuration.baseline?.origin ?? .standard)
        )
        rows.append(row("uploader", uploader) { $0.rawValue })
        rows.append(row("partSize", configuration.partSize) { "\($0)" })
        rows.append(row("multipartThreshold", configuration.multipartThreshold) { "\($0)" })
        rows.append(row("framework", configuration.framework) { $0.rawValue })
        rows.append(row("image", configuration.image) { $0 })
        // Their values are passwords and keys too often to be shown.
        for (name, setting) in configuration.environment.sorted(by: { $0.key < $1.key }) {
            rows.append(SettingRow(name: "environment", value: ByteString(name), origin: setting.origin))
        }
        return rows
    }

    private static func row<Value>(
        _ name: String, _ setting: Setting<Value>?, _ text: (Value) -> String
    ) -> SettingRow {
        SettingRow(
            name: name, value: (setting?.value).map { ByteString(text($0)) }, origin: setting?.origin ?? .standard)
    }
}
