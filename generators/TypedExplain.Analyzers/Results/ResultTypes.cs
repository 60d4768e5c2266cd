using Microsoft.CodeAnalysis;

namespace TypedExplain.Analyzers.Results;

/// <summary>The results that must not be lost, and what is lost with each.</summary>
internal sealed class ResultTypes
{
    private static readonly (string Type, string Words)[] s_table =
    [
        ("Explanation`1", "an explanation, whose caveats say whether to rely on it"),
        ("Outcome`1", "an outcome, and only one that is certified meets the standard"),
        ("ConsensusExplanation`1", "several explanations and where they agree"),
        ("ShapValues`1", "Shapley values, with how exact they are"),
        ("MetricTable`1", "a table of scores"),
        ("PairedTest", "whether two explainers differ"),
        ("CsvResult`1", "what was read, and what could not be"),
        ("Score", "a score"),
        ("Dataset`1", "a new data set, while the old one stays as it is"),
    ];

    private readonly Library _library;
    private readonly Dictionary<ISymbol, string> _words = new(SymbolEqualityComparer.Default);
    private readonly INamedTypeSymbol? _dataset;
    private readonly INamedTypeSymbol? _list;
    private readonly INamedTypeSymbol?[] _tasks;
    private readonly INamedTypeSymbol?[] _starters;

    public ResultTypes(Library library)
    {
        _library = library;
        foreach ((string type, string words) in s_table)
        {
            if (library.Type(type) is { } symbol)
                _words[symbol] = words;
        }

        _dataset = library.Type("Dataset`1");
        _list = library.Framework("System.Collections.Generic.IReadOnlyList`1");
        _tasks = [library.Framework("System.Threading.Tasks.Task`1"), library.Framework("System.Threading.Tasks.ValueTask`1")];
        _starters = [library.Framework("System.Threading.Tasks.Task"), library.Framework("System.Threading.Tasks.TaskFactory")];
    }

    /// <summary>What is lost with the result of a method, in words; null where nothing is.</summary>
    public string? WordsFor(IMethodSymbol method)
    {
        // What a collection hands out, such as Dequeue, was somebody's before: only a method made to return a result makes one.
        bool starts = Array.Exists(_starters, type => Symbols.Same(method.ContainingType, type));
        ITypeSymbol returned = Awaited(starts ? method.ReturnType : method.OriginalDefinition.ReturnType);
        if (ResultIn(returned) is not { } result)
            return null;
        return _library.Owns(method) || !(Symbols.Same(result, _dataset) || HandsOn(method, result)) ? _words[result] : null;
    }

    /// <summary>A method that is given such a result may return the same one, as fluent ones do.</summary>
    private static bool HandsOn(IMethodSymbol method, ITypeSymbol result) =>
        method.OriginalDefinition is var whole && (whole.ReducedFrom ?? whole).Parameters.Any(parameter => parameter.Type.OriginalDefinition.Equals(result, SymbolEqualityComparer.Default));

    private ITypeSymbol Awaited(ITypeSymbol type) =>
        Array.Exists(_tasks, type.Is) ? ((INamedTypeSymbol)type).TypeArguments[0] : type;

    /// <summary>The result that a type is, or that it holds as a list or as a part of a tuple.</summary>
    private ITypeSymbol? ResultIn(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Select(element => ResultIn(element.Type)).FirstOrDefault(part => part is not null),
        _ when _words.ContainsKey(type.OriginalDefinition) => type.OriginalDefinition,
        _ when type.RecordOf(_list) is { } element && !element.Is(_dataset) && _words.ContainsKey(element.OriginalDefinition) => element.OriginalDefinition,
        _ => null,
    };
}
