import ModelArtifacts

/// What the tag of a YAML value makes of it.
enum YAMLTag {
    /// The value is what it looks like.
    case none
    /// The value is a string, whatever it looks like.
    case string
    /// The value is a date or a time.
    case date
    /// The value is of a type that it would have without quotes too.
    case core
    /// The value is the argument of a function of CloudFormation, whose long form this is: `Fn::Sub` for `!Sub`.
    case function(ByteString)
    /// What the value is, another program knows.
    case unknown

    private static let standard: ByteString = "tag:yaml.org,2002:"

    /// The functions with short forms, by their names without `Fn::`.
    ///
    /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html and
    /// the tables of cfn-lint (`cfnlint/helpers.py`) and of the AWS CLI (`awscli/customizations/cloudformation/yamlhelper.py`)
    static let functions: Set<ByteString> = [
        "And", "Base64", "Cidr", "Contains", "EachMemberEquals", "EachMemberIn", "Equals", "FindInMap", "GetAZs",
        "GetAtt",
        "GetStackOutput", "If", "ImportValue", "Join", "Length", "Not", "Or", "RefAll", "Select", "Split", "Sub",
        "ToJsonString", "Transform", "ValueOf", "ValueOfAll",
    ]

    init(_ tag: ByteString?) {
        guard let tag else {
            self = .none
            return
        }
        switch tag {
        // A lone exclamation mark keeps a value from being taken for anything but a string, sequence or mapping.
        case "!", Self.standard + "str": self = .string
        case Self.standard + "timestamp": self = .date
        case Self.standard + "int", Self.standard + "float", Self.standard + "bool", Self.standard + "null":
            self = .core
        case Self.standard + "map", Self.standard + "seq": self = .none
        case "!Ref", "!Condition": self = .function(ByteString(Array(tag.bytes.dropFirst())))
        default:
            let name = ByteString(Array(tag.bytes.dropFirst()))
            self = tag.hasPrefix("!") && Self.functions.contains(name) ? .function("Fn::" + name) : .unknown
        }
    }
}
