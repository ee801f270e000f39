namespace Infra.Cli.Tests.Tools;

/// <summary>
/// Stand-ins for a laptop on which nothing has been begun yet: <c>pulumi</c> remembers which stacks a backend has, and how many resources, in
/// files beside it, so that the order of things matters as it does with the real one.
/// </summary>
internal static class StateStandIns
{
    public const string Bucket = "idp-infra-prod-state-333333333333";
    public const string Url = $"s3://{Bucket}?region=ap-northeast-1";
    public const string Key = "awskms://alias/idp-infra-prod-key?region=ap-northeast-1";

    // Each backend is a file: no file, no stack; inside is the number of its resources.
    private const string Where = """
        case "$PULUMI_BACKEND_URL" in
          s3:*) state="$here/remote" ;;
          file:*) state="$here/local" ;;
          *) echo "no backend: $PULUMI_BACKEND_URL" >&2; exit 1 ;;
        esac
        printf '%s\n' "${PULUMI_BACKEND_URL%%:*} $PULUMI_CONFIG_PASSPHRASE $PulumiPackages $*" >>"$here/variables"

        """;

    /// <summary>Both tools, as an administrator of account 333333333333 has them.</summary>
    public static StandIns Fresh() =>
        new StandIns("aws", "pulumi")
            .Says("aws sts get-caller-identity", """{"Account": "333333333333", "Arn": "arn:aws:iam::333333333333:user/me"}""")
            .Plays(
                "aws s3api head-bucket",
                "[ -e \"$here/bucket\" ] || { echo 'An error occurred (404): Not Found' >&2; exit 254; }"
            )
            .Says("pulumi version ", "v3.260.0")
            .Plays(
                "pulumi stack ls",
                Where
                    + """
                    if [ -e "$state" ]; then echo "[{\"name\": \"organization/idp-infra/bootstrap-prod\", \"resourceCount\": $(cat "$state")}]"; else echo '[]'; fi
                    """
            )
            .Plays("pulumi stack init", Where + "[ ! -e \"$state\" ] || exit 1; echo 0 >\"$state\"")
            .Plays("pulumi up --yes", Where + "echo 19 >\"$state\"; : >\"$here/bucket\"")
            .Plays("pulumi stack export", Where + "cat \"$state\" >\"$6\"")
            .Plays("pulumi stack import", Where + "cat \"$6\" >\"$state\"")
            .Plays(
                "pulumi stack change-secrets-provider",
                Where + "printf 'secretsprovider: %s\\nencryptedkey: AAAA\\n' \"$3\" >>Pulumi.bootstrap-prod.yaml"
            )
            .Plays("pulumi preview --expect-no-changes", Where);
}
