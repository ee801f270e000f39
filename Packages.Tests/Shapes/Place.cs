namespace Packages.Tests.Shapes;

/// <summary>Where a property is: the same type of the schema is another class of C# in each.</summary>
internal enum Place
{
    /// <summary>Arguments of a resource.</summary>
    Args,

    /// <summary>State to look a resource up by.</summary>
    State,

    /// <summary>Arguments of a function, as values.</summary>
    Plain,

    /// <summary>Arguments of a function that come from resources.</summary>
    Invoke,

    /// <summary>What comes back.</summary>
    Output,
}
