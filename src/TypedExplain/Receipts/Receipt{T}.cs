using System.Collections.Immutable;
using TypedExplain.Files;
using TypedExplain.Receipts.Replays;
using TypedExplain.Receipts.Statements;

namespace TypedExplain;

/// <summary>
/// All that is needed to make a result again, and to tell whether it is the one: the instance, the explainer with its options and
/// seed, what the model, the schema and the background are by their SHA-256, and the result itself. Made by <see cref="Receipt"/>.
/// Immutable.
/// </summary>
/// <remarks>
/// As JSON it is an in-toto Statement (version 1) in canonical form, and once it is signed a DSSE envelope around it. The same result
/// of the same model has the same <see cref="Id"/> on every machine.
/// </remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed partial class Receipt<T>
    where T : IFeatureRecord<T>
{
    private readonly Statement<T> _statement;
    private readonly byte[] _bytes;

    internal Receipt(Statement<T> statement, ImmutableArray<ReceiptSignature> signatures)
    {
        _statement = statement;
        _bytes = statement.ToUtf8();
        Id = ContentDigest.Of(_bytes);
        Signatures = signatures;
    }

    /// <summary>The SHA-256 of the receipt's canonical JSON, signatures aside: what it is known by.</summary>
    public string Id { get; }

    /// <summary>The model; null where it is not identified, so that a replay can only compare answers.</summary>
    public ModelIdentity? Model => _statement.Model;

    /// <summary>What the receipt vouches for: the model where it is identified, the schema, and all that the explainer refers to.</summary>
    public ImmutableArray<ReceiptSubject> Subjects => _statement.Subjects;

    /// <summary>The version of this library that made the result.</summary>
    public string LibraryVersion => _statement.LibraryVersion;

    /// <summary>How much of the instance it holds.</summary>
    public ReceiptContent Content => _statement.Content;

    /// <summary>What made the result, and its options.</summary>
    public Description Explainer => _statement.By;

    /// <summary>
    /// The result: an explanation, SHAP values, an outcome or a consensus; null where the instance is not held. One of a package that builds
    /// on this one is, once the receipt was read, no more than its JSON, which that package reads.
    /// </summary>
    public IJsonResult? Result => _statement.Result;

    /// <summary>What kind of result it is.</summary>
    internal string Form => _statement.Form;

    /// <summary>The SHA-256 of the whole result as canonical JSON.</summary>
    public string ResultSha256 => _statement.ResultSha256;

    /// <summary>The SHA-256 of the instance: of its columns, texts, images, times and key as canonical JSON.</summary>
    public string InstanceSha256 => _statement.InstanceSha256;

    /// <summary>The signatures; none until <see cref="Sign"/>.</summary>
    public ImmutableArray<ReceiptSignature> Signatures { get; }

    /// <summary>The receipt's canonical JSON, which is what is hashed and signed.</summary>
    internal ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The receipt with the instance that it has the digest of, so that it can be replayed. Its JSON stays as it is.</summary>
    /// <param name="instance">The instance.</param>
    /// <exception cref="InvalidOptionException">It is another instance.</exception>
    public Receipt<T> WithInstance(T instance)
    {
        if (instance is null)
            throw new ArgumentNullException(nameof(instance));
        string digest = ContentDigest.Of(InstanceText.Of(instance));
        return digest == InstanceSha256
            ? new(_statement with { Held = (true, instance) }, Signatures)
            : throw new InvalidOptionException($"instance is not the one that the receipt is of: the SHA-256 of its columns, texts, images, times and key is {digest}, and the receipt has {InstanceSha256}.");
    }

    /// <summary>Makes the result again and compares every bit.</summary>
    /// <param name="model">The model; of several outputs the one that the result names is taken.</param>
    /// <param name="background">The background that the explainer had; null where it had none.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public ReplayOutcome Replay(IModel<T> model, WeightedRows<T>? background = null, CancellationToken cancellation = default) =>
        Replay(model, background is null ? [] : [background], cancellation);

    /// <summary>Makes the result again and compares every bit, of an explainer with several backgrounds, such as one per environment.</summary>
    /// <param name="model">The model; of several outputs the one that the result names is taken.</param>
    /// <param name="backgrounds">The backgrounds that the explainer had, in any order: each is told by its SHA-256.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public ReplayOutcome Replay(IModel<T> model, IReadOnlyList<WeightedRows<T>> backgrounds, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(backgrounds);
        foreach (WeightedRows<T> background in backgrounds)
            ArgumentNullException.ThrowIfNull(background, nameof(backgrounds));
        return new Replay<T>(_statement, model).WithBackgrounds([.. backgrounds], cancellation);
    }

    /// <summary>
    /// Makes the result again with an explainer that is given, one that the receipt cannot make of its options: a class of your own, or
    /// one with trained parts. That its options are those of the receipt is looked at.
    /// </summary>
    /// <param name="model">The model; of several outputs the one that the result names is taken.</param>
    /// <param name="explainer">The explainer.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public ReplayOutcome Replay(IModel<T> model, IExplainer<T> explainer, CancellationToken cancellation = default) => ReplayBy(model, explainer, nameof(explainer), cancellation);

    /// <summary>Makes the outcome of a certifier again with the certifier, where the receipt cannot make it of its options.</summary>
    /// <param name="model">The model; of several outputs the one that the result names is taken.</param>
    /// <param name="certifier">The certifier.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public ReplayOutcome Replay(IModel<T> model, Certifier<T> certifier, CancellationToken cancellation = default) => ReplayBy(model, certifier, nameof(certifier), cancellation);

    /// <summary>Makes a consensus again with its methods, where the receipt cannot make them of their options.</summary>
    /// <param name="model">The model; of several outputs the one that the result names is taken.</param>
    /// <param name="consensus">The methods.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public ReplayOutcome Replay(IModel<T> model, Consensus<T> consensus, CancellationToken cancellation = default) => ReplayBy(model, consensus, nameof(consensus), cancellation);

    /// <summary>A line: what it is of, and its id.</summary>
    public override string ToString() => $"receipt {Id} of {T.Schema.Name} by {Model?.ToString() ?? "a model that is not identified"}{(Signatures.IsEmpty ? "" : $", signed by {string.Join(" and ", Signatures.Select(signature => signature.KeyId))}")}";

    /// <summary>Makes a result of another package again.</summary>
    internal ReplayOutcome ReplayBy(IModel<T> model, ResultMaker<T> maker, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new Replay<T>(_statement, model, maker).With(maker.By, cancellation);
    }

    private ReplayOutcome ReplayBy(IModel<T> model, IDescribed by, string name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(by, name);
        return new Replay<T>(_statement, model).With(by, cancellation);
    }

    internal static Receipt<T> Of(ReplayableResult<T> result, IModel<T> model, WeightedRows<T>? background, ReceiptContent content)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (content is not (ReceiptContent.Whole or ReceiptContent.HashedInstance))
            throw new InvalidOptionException($"content of a receipt is {(int)content}; it must be Whole or HashedInstance.");
        if (background is not null)
            DescribedSubjects.Require(result.By, background);
        AnswerCheck.Require(result, model);
        return new(Statement<T>.Of(result, model.Identity(), content), []);
    }
}
