using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedExplain.Analyzers.Results;

/// <summary>The results that must not be lost, and what is lost with each.</summary>
internal sealed class ResultTypes
{
    private static readonly (string Type, string Words)[] s_table =
    [
        ("Explanation`1", "an explanation, whose caveats say whether to rely on it"),
        ("RowOutcomes`1", "what became of many instances, and those that could not be explained"),
        ("Run`2", "a run, which explains nothing until it is finished"),
        ("Outcome`1", "an outcome, and only one that is certified meets the standard"),
        ("ConsensusExplanation`1", "several explanations and where they agree"),
        ("TrustRegion`1", "how far an explanation holds, which may be nowhere"),
        ("ShapValues`1", "Shapley values, with how exact they are"),
        ("MetricTable`1", "a table of scores"),
        ("PairedTest", "whether two explainers differ"),
        ("ReplayOutcome", "whether the result came out the same"),
        ("SignatureCheck", "whether the signature is one of this receipt"),
        ("LogVerdict", "whether the log is intact"),
        ("ExplanationPlan`1", "what an explanation will cost"),
        ("CsvResult`1", "what was read, and what could not be"),
        ("Score", "a score"),
        ("ReasonStatement`1", "what a person can be told about a decision, which may be a refusal"),
        ("RecourseOutcome`1", "what became of the search for recourse, which may be that there is none"),
        ("RecourseAudit`1", "who of many people has recourse"),
        ("RecoursePlan`1", "what a search for recourse can go through"),
        ("ReasonReport`1", "a report on reasons"),
        ("Dataset`1", "a new data set, while the old one stays as it is"),
        ("WeightedRows`1", "a summary of rows"),
        ("Receipt`1", "a receipt, which signing leaves as it is and gives a signed one"),
        ("CsvOptions", "changed options, while the old ones stay as they are"),
        ("IModel`1", "a model"),
        ("OnnxModel`1", "a loaded model, which somebody must dispose"),
        ("OnnxForest`1", "a loaded forest"),
        ("Forest`1", "a trained forest"),
        ("Mlp`1", "a trained network"),
        ("Senn`1", "a trained network"),
        ("Vae", "a trained autoencoder"),
        ("ImageClassifier", "a trained network"),
        ("NaiveBayes", "a trained model"),
        ("Word2Vec", "trained vectors"),
        ("FittedMaple`1", "a fitted explainer"),
        ("FittedGlobalSurrogate`1", "a fitted explainer"),
        ("Frontier`1", "a frontier"),
        ("SearchResult`1", "what a search found"),
        ("AgentRun`1", "what the agent did"),
    ];

    /// <summary>What a user's own method may well return besides keeping it: a model that it trained and stored.</summary>
    private const string FirstOfOurs = "Dataset`1";

    /// <summary>Methods whose result is a plain list or a row of numbers, and which do nothing else.</summary>
    private static readonly (string Type, string Method, string Words)[] s_questions =
    [
        ("Explanation`1", "Missed", "what the explanation lacks to meet the standard"),
        ("Explanation`1", "Meets", "whether the explanation meets the standard"),
        ("Attribution`1", "Ranked", "the features by their importance"),
        ("Recourse`1", "Responsiveness", "how the answer responds to changes of one feature"),
        ("RecourseAction`1", "ShareHeldBy", "the share of models that hold the action"),
    ];

    private readonly Library _library;
    private readonly Dictionary<ISymbol, string> _words = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _ours = new(SymbolEqualityComparer.Default);
    private readonly INamedTypeSymbol? _dataset;
    private readonly INamedTypeSymbol? _list;
    private readonly INamedTypeSymbol?[] _tasks;
    private readonly INamedTypeSymbol?[] _starters;

    public ResultTypes(Library library)
    {
        _library = library;
        bool isOurs = false;
        foreach ((string type, string words) in s_table)
        {
            isOurs |= type == FirstOfOurs;
            if (library.Type(type) is not { } symbol)
                continue;
            _words[symbol] = words;
            if (isOurs)
                _ours.Add(symbol);
        }

        _dataset = library.Type("Dataset`1");
        _list = library.Framework("System.Collections.Generic.IReadOnlyList`1");
        _tasks = [library.Framework("System.Threading.Tasks.Task`1"), library.Framework("System.Threading.Tasks.ValueTask`1")];
        _starters = [library.Framework("System.Threading.Tasks.Task"), library.Framework("System.Threading.Tasks.TaskFactory")];
    }

    /// <summary>What is lost with the result of a call, in words; null where nothing is.</summary>
    public string? WordsFor(IInvocationOperation call) => KeepsTasks(call) ? null : Started(call) is { TargetMethod.MethodKind: not MethodKind.DelegateInvoke } started ? WordsFor(started) : WordsFor(call.TargetMethod);

    private string? WordsFor(IMethodSymbol method)
    {
        // What a collection hands out, such as Dequeue, was somebody's before: only a method made to return a result makes one.
        bool starts = IsStarter(method) || (_library.Owns(method) && method.ContainingType.Name == "Run");
        ITypeSymbol returned = Awaited(starts ? method.ReturnType : method.OriginalDefinition.ReturnType);
        if (ResultIn(returned) is not { } result)
            return QuestionOf(method);
        return _library.Owns(method) || !(_ours.Contains(result) || HandsOn(method, result)) ? _words[result] : null;
    }

    /// <summary>The call that a task is started with, where the lambda is nothing else.</summary>
    private IInvocationOperation? Started(IInvocationOperation call) =>
        IsStarter(call.TargetMethod)
            && call.Arguments.FirstOrDefault()?.Value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body.Operations: { Length: 1 } body } }
            && body[0] is IReturnOperation { ReturnedValue: { } value } ? Calls.Bare(value) as IInvocationOperation : null;

    /// <summary>Whether somebody may ask the tasks themselves for their results, because they are named elsewhere.</summary>
    private bool KeepsTasks(IInvocationOperation call) => IsStarter(call.TargetMethod) && call.TargetMethod.Name is "WhenAll" or "WhenAny"
        && call.Arguments.SelectMany(argument => argument.Value.DescendantsAndSelf())
            .Any(part => part is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation && part.Type is { } type && HoldsTasks(type));

    private bool HoldsTasks(ITypeSymbol type) => Array.Exists(_tasks, type.Is)
        || type.AllInterfaces.Append(type).OfType<INamedTypeSymbol>().Any(list => list.TypeArguments.Length == 1 && Array.Exists(_tasks, list.TypeArguments[0].Is));

    private bool IsStarter(IMethodSymbol method) => Array.Exists(_starters, type => Symbols.Same(method.ContainingType, type));

    private string? QuestionOf(IMethodSymbol method) => s_questions
        .FirstOrDefault(question => question.Method == method.Name && method.ContainingType.Is(_library.Type(question.Type))).Words;

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
        IArrayTypeSymbol { ElementType: var element } when _words.ContainsKey(element.OriginalDefinition) => element.OriginalDefinition,
        _ when type.RecordOf(_list) is { } element && !element.Is(_dataset) && _words.ContainsKey(element.OriginalDefinition) => element.OriginalDefinition,
        _ => null,
    };
}
