using Pulumi.Aws.Cognito.Inputs;

namespace Infra.Identity;

/// <summary>Writes an attribute as the pool takes it.</summary>
internal static class PoolSchema
{
    /// <summary>The attribute.</summary>
    public static UserPoolSchemaArgs Of(PoolAttribute attribute)
    {
        var made = new UserPoolSchemaArgs
        {
            Name = attribute.Name,
            AttributeDataType = attribute.Type.ToString(),
            DeveloperOnlyAttribute = false,
            Mutable = attribute.Mutable,
            Required = attribute.Required,
        };
        // Cognito answers with the lengths of a text and the (empty) bounds of a number even when none were given. Left out here, the next
        // deployment would see a changed attribute, and nothing can change one.
        if (attribute.Type == PoolAttributeType.String)
            made.StringAttributeConstraints = new UserPoolSchemaStringAttributeConstraintsArgs
            {
                MinLength = $"{attribute.MinLength}",
                MaxLength = $"{attribute.MaxLength}",
            };
        if (attribute.Type == PoolAttributeType.Number)
            made.NumberAttributeConstraints = new UserPoolSchemaNumberAttributeConstraintsArgs();
        return made;
    }
}
