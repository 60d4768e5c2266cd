using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedExplain.Analyzers.Seeds;

/// <summary>Members of the framework that give another value in every run.</summary>
internal sealed class ChangingValues
{
    /// <summary>Types with their members; the constructor is meant without arguments. Hashes of texts are salted anew by every process.</summary>
    private static readonly (string Type, string[] Members)[] s_table =
    [
        ("System.Environment", ["TickCount", "TickCount64", "ProcessId", "CurrentManagedThreadId"]),
        ("System.DateTime", ["Now", "UtcNow", "Today"]),
        ("System.DateTimeOffset", ["Now", "UtcNow"]),
        ("System.TimeProvider", ["System"]),
        ("System.Diagnostics.Stopwatch", ["GetTimestamp", "GetElapsedTime", "Elapsed", "ElapsedTicks", "ElapsedMilliseconds"]),
        ("System.Random", ["Shared", ".ctor"]),
        ("System.Security.Cryptography.RandomNumberGenerator", ["GetInt32", "GetBytes"]),
        ("System.Guid", ["NewGuid", "CreateVersion7"]),
        ("System.String", ["GetHashCode"]),
        ("System.HashCode", ["Combine", "ToHashCode"]),
    ];

    private readonly HashSet<ISymbol> _members;

    public ChangingValues(Library library) => _members = new(
        from row in s_table
        from member in row.Members
        from symbol in library.Framework(row.Type)?.GetMembers(member) ?? Enumerable.Empty<ISymbol>()
        where symbol is not IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: > 0 }
        select symbol,
        SymbolEqualityComparer.Default);

    public bool Contains(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation property => Has(property.Property),
        IInvocationOperation call => Has(call.TargetMethod) || IsSalted(call),
        IObjectCreationOperation creation => Has(creation.Constructor),
        _ => false,
    };

    /// <summary>Whether a hash takes in what differs between processes, as that of a tuple does, and that of a record class, whose type is hashed, too.</summary>
    private static bool IsSalted(IInvocationOperation call) =>
        call is { TargetMethod: { Name: "GetHashCode", Parameters.IsEmpty: true }, Instance.Type: INamedTypeSymbol type }
            && (type is { IsTupleType: true, TupleElements.Length: > 1 }
                || (type is { IsRecord: true, TypeKind: TypeKind.Class } && type.GetMembers("GetHashCode").All(own => own.IsImplicitlyDeclared)));

    private bool Has(ISymbol? member) => member is not null && _members.Contains(member.OriginalDefinition);
}
