namespace Review.Tests.Guardrails.Rules;

internal sealed class DatabaseAccessRuleCases : RuleCases
{
    private const string Database = """
        aws:ec2/subnet:Subnet data {"availabilityZone": "ap-northeast-1a"}
        aws:ec2/routeTable:RouteTable table {"routes": []}
        aws:ec2/routeTableAssociation:RouteTableAssociation association {"routeTableId": "@table.id", "subnetId": "@data.id"}
        aws:rds/subnetGroup:SubnetGroup subnets {"name": "db-subnets", "subnetIds": ["@data.id"]}
        aws:rds/parameterGroup:ParameterGroup params {"name": "params", "family": "postgres15", "parameters": [{"name": "rds.force_ssl", "value": "1", "applyMethod": "pending-reboot"}]}
        aws:ec2/securityGroup:SecurityGroup app-sg {"description": "Tasks"}
        aws:ec2/securityGroup:SecurityGroup db-sg {"description": "Database"}
        aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule db-in {"securityGroupId": "@db-sg.id", "referencedSecurityGroupId": "@app-sg.id", "ipProtocol": "tcp", "fromPort": 5432, "toPort": 5432}
        aws:rds/instance:Instance db {"identifier": "db", "engine": "postgres", "engineVersion": "15", "username": "idpserver", "passwordWo": {"secret": "hidden"}, "passwordWoVersion": 1, "publiclyAccessible": false, "iamDatabaseAuthenticationEnabled": true, "dbSubnetGroupName": "db-subnets", "vpcSecurityGroupIds": ["@db-sg.id"], "parameterGroupName": "params", "kmsKeyId": "key", "caCertIdentifier": "rds-ca-rsa2048-g1"}
        aws:rds/instance:Instance replica {"identifier": "db-replica", "replicateSourceDb": "db", "iamDatabaseAuthenticationEnabled": true, "vpcSecurityGroupIds": ["@db-sg.id"], "parameterGroupName": "params"}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("RDS.2", Database)
                .FailsWith("db", "publiclyAccessible", "true")
                .PassesWith("db", "publiclyAccessible", null)
                .CannotKnow("db", "publiclyAccessible"),
            new RuleCase("RDS.10", Database)
                .FailsWith("db", "iamDatabaseAuthenticationEnabled", "false")
                .FailsWith("replica", "iamDatabaseAuthenticationEnabled", null)
                .CannotKnow("db", "iamDatabaseAuthenticationEnabled"),
            new RuleCase("RDS.18", Database)
                .FailsWith("db", "dbSubnetGroupName", null)
                .FailsWith("db", "dbSubnetGroupName", "\"default\"")
                .FailsWith("db", "vpcSecurityGroupIds", "[]")
                .FailsWith("replica", "vpcSecurityGroupIds", null)
                .PassesWith("db", "dbSubnetGroupName", "\"?\""),
            new RuleCase("RDS.23", Database)
                .FailsAs(
                    "the usual port of MySQL",
                    stack =>
                        stack
                            .Without("replica")
                            .With("db", "engine", "\"mysql\"")
                            .With("db", "port", "3306")
                            .With("db-in", "cidrIpv4", "\"10.0.0.0/16\"")
                )
                .FailsAs(
                    "open to a network",
                    stack => stack.With("db-in", "referencedSecurityGroupId", null).With("db-in", "cidrIpv4", "\"10.0.0.0/16\"")
                )
                .FailsAs(
                    "said to be the usual one",
                    stack =>
                        stack
                            .With("db", "port", "5432")
                            .With(
                                "db-sg",
                                "ingress",
                                """[{"protocol": "tcp", "fromPort": 5432, "toPort": 5432, "cidrBlocks": ["10.0.0.0/16"]}]"""
                            )
                )
                .PassesAs(
                    "another port",
                    stack => stack.Without("replica").With("db", "port", "15432").With("db-in", "cidrIpv4", "\"10.0.0.0/16\"")
                )
                .CannotKnow("db-in", "cidrIpv4")
                .UnknownAs("a group of another stack", stack => stack.With("db", "vpcSecurityGroupIds", """["sg-1"]""")),
            new RuleCase("RDS.25", Database)
                .FailsWith("db", "username", "\"postgres\"")
                .FailsWith("db", "username", "\"Admin\"")
                .FailsWith("db", "username", null)
                .FailsWith("db", "username", "\"\"")
                .PassesAs(
                    "restored",
                    stack =>
                        stack
                            .With("db", "username", null)
                            .With("db", "snapshotIdentifier", "\"snapshot\"")
                            .And("""aws:rds/instance:Instance other {"username": "finsight"}""")
                )
                .CannotKnow("db", "username"),
            new RuleCase("RDS.38", Database)
                .SkipsWith("db", "engine", "\"mysql\"")
                .FailsWith("params", "parameters.0.value", "\"0\"")
                .FailsAs("before 15", stack => stack.With("db", "engineVersion", "\"14\"").With("params", "parameters", "[]"))
                .FailsAs(
                    "the default group of 14",
                    stack => stack.With("db", "engineVersion", "\"14\"").With("db", "parameterGroupName", null)
                )
                .PassesWith("params", "parameters", "[]")
                .PassesWith("db", "parameterGroupName", null)
                .CannotKnow("params", "parameters")
                .CannotKnow("params", "parameters.0.value")
                .UnknownAs("a group of another stack", stack => stack.With("db", "parameterGroupName", "\"elsewhere\"")),
            new RuleCase("RDS.46", Database)
                .FailsWith("table", "routes", """[{"cidrBlock": "0.0.0.0/0", "gatewayId": "igw-1"}]""")
                .FailsWithAlso(
                    """aws:ec2/route:Route out {"routeTableId": "@table.id", "destinationCidrBlock": "0.0.0.0/0", "gatewayId": "igw-1"}"""
                )
                .PassesWith("table", "routes", """[{"cidrBlock": "0.0.0.0/0", "natGatewayId": "nat-1"}]""")
                .CannotKnow("table", "routes")
                .UnknownAs("subnets of another stack", stack => stack.With("db", "dbSubnetGroupName", "\"elsewhere\"")),
            new RuleCase("rds-master-password", Database)
                .FailsWith("db", "password", """{"secret": "hidden"}""")
                .FailsWith("db", "passwordWo", null)
                .FailsWith("db", "passwordWo", "\"in plain text\"")
                .FailsWith("db", "passwordWoVersion", null)
                .PassesAs(
                    "kept by AWS",
                    stack => stack.With("db", "passwordWo", null).With("db", "manageMasterUserPassword", "true")
                )
                .PassesWith("db", "passwordWo", "\"?\"")
                .UnknownAs(
                    "perhaps kept by AWS",
                    stack => stack.With("db", "passwordWo", null).With("db", "manageMasterUserPassword", "\"?\"")
                ),
            new RuleCase(
                "rds-master-secret-key",
                Database.Replace(
                    "\"passwordWo\"",
                    "\"masterUserSecretKmsKeyId\": \"key\", \"manageMasterUserPassword\": true, \"passwordWo\""
                )
            )
                .FailsWith("db", "masterUserSecretKmsKeyId", null)
                .PassesWith("db", "masterUserSecretKmsKeyId", "\"?\""),
            new RuleCase("rds-customer-key", Database).FailsWith("db", "kmsKeyId", null).PassesWith("db", "kmsKeyId", "\"?\""),
            new RuleCase("rds-ca-certificate", Database)
                .FailsWith("db", "caCertIdentifier", "\"rds-ca-2019\"")
                .PassesWith("db", "caCertIdentifier", null)
                .CannotKnow("db", "caCertIdentifier"),
        ];
}
