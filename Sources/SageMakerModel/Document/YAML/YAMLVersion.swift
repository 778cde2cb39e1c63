/// By which version of YAML plain scalars are taken.
enum YAMLVersion {
    /// As CloudFormation, Kubernetes and PyYAML take them: `yes` is true, `017` is 15.
    case v1_1
    /// As the AWS CLI takes `--cli-input-yaml`: `yes` is a string, `017` is 17, and a date is a date.
    ///
    /// Source: https://github.com/aws/aws-cli, `awscli/customizations/cliinput.py` of version 2, which reads with
    /// `YAML(typ="safe", pure=True)` of ruamel.yaml.
    case v1_2
}
