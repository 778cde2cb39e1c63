/// Names of the API as other tools write them.
enum SnakeCase {
    /// `s3_data_source` for `S3DataSource`, `security_group_ids` for `SecurityGroupIds`: a separator stands where a capital
    /// follows something else.
    static func name(of member: String, separator: String) -> String {
        var result = ""
        var last: Character = " "
        for character in member {
            if character.isUppercase, !result.isEmpty, !last.isUppercase { result += separator }
            result += character.lowercased()
            last = character
        }
        return result
    }
}
