namespace TypedExplain.Orleans.Faults;

/// <summary>The name of an error's type: all that is told of errors that are not this library's, since their texts may hold values.</summary>
internal static class TypeName
{
#pragma warning disable RS0030 // The name of a type is told to people only, and says nothing of an instance.
    public static string Of(Exception error) => error.GetType().Name;
#pragma warning restore RS0030
}
