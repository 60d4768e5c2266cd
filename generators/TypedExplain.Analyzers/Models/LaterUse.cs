using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedExplain.Analyzers.Models;

/// <summary>Finds in a returned value what asks a model only after the method has ended.</summary>
/// <param name="disposed">The models that are disposed of by then.</param>
/// <param name="models">The interface of models.</param>
/// <param name="library">The packages.</param>
internal sealed class LaterUse(ILocalSymbol[] disposed, INamedTypeSymbol models, Library library)
{
    private const string Caller = "leave out 'using', so that the caller disposes of the model";

    /// <summary>The place, the model's name and what to do; null where the value is finished when it is returned, or that cannot be told.</summary>
    public (SyntaxNode Place, string Model, string Remedy)? In(IOperation returned)
    {
        IOperation value = Calls.Bare(returned);
        return value switch
        {
            ILocalReferenceOperation local when IsDisposed(local) => (local.Syntax, local.Local.Name, Caller),
            ILocalReferenceOperation local when Locals.OnlyValueOf(local.Local, Calls.Root(local)) is { } only => In(only),
            IDelegateCreationOperation function when Captured(function) is { } model => (function.Syntax, model, Caller),
            IInvocationOperation call => In(call),
            IObjectCreationOperation made when IsWrapper(made.Type) && made.Arguments.Select(argument => In(argument.Value)).FirstOrDefault(found => found is not null) is { } found => (made.Syntax, found.Model, Caller),
            IObjectCreationOperation { Type.Name: "Lazy" } made when Lambdas(made.Arguments) is { } model => (made.Syntax, model, "take its Value before"),
            _ => null,
        };
    }

    private (SyntaxNode Place, string Model, string Remedy)? In(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        string space = method.ContainingNamespace.ToDisplayString();
        if (space == "System.Linq" && method.ReturnType is INamedTypeSymbol { TypeKind: TypeKind.Interface } && (Lambdas(call.Arguments) ?? Source(call)?.Model) is { } model)
            return (Calls.NameOf(call), model, "end it with ToList()");
        if (space == "System.Threading.Tasks" && method.Name is "Run" or "StartNew" && Lambdas(call.Arguments) is { } running)
            return (Calls.NameOf(call), running, "await it here");
        return method.Name == "Output" && library.Owns(method) && Source(call) is { } output ? (Calls.NameOf(call), output.Model, Caller) : null;
    }

    /// <summary>What a call is made on, or its first argument.</summary>
    private (SyntaxNode Place, string Model, string Remedy)? Source(IInvocationOperation call) =>
        (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } source ? In(source) : null;

    private string? Lambdas(IEnumerable<IArgumentOperation> arguments) => arguments
        .Select(argument => Calls.Bare(argument.Value)).OfType<IDelegateCreationOperation>().Select(Captured).FirstOrDefault(model => model is not null);

    private string? Captured(IDelegateCreationOperation function) =>
        function.Target.DescendantsAndSelf().OfType<ILocalReferenceOperation>().FirstOrDefault(IsDisposed)?.Local.Name;

    private bool IsDisposed(ILocalReferenceOperation reference) => disposed.Contains(reference.Local, SymbolEqualityComparer.Default);

    /// <summary>Whether a type is a model of the packages, which is made of another one and keeps it.</summary>
    private bool IsWrapper(ITypeSymbol? type) => library.Owns(type) && type!.AllInterfaces.Any(part => part.Is(models));
}
