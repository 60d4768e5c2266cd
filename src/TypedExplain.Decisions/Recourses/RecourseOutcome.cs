using System.Numerics;
using TypedExplain.Decisions.Recourses;
using TypedExplain.Explanations;

namespace TypedExplain.Decisions;

/// <summary>
/// What became of a search for recourse: <see cref="Found{T}"/>, <see cref="NoRecourse{T}"/> or <see cref="BudgetExhausted{T}"/>, and
/// nothing else.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
[ClosedUnion]
public abstract partial class RecourseOutcome<T>
    where T : IFeatureRecord<T>
{
    private protected RecourseOutcome(RecourseFacts<T> facts) => Facts = facts;

    /// <summary>The record for which a change was looked for.</summary>
    public T Instance => Facts.Instance;

    /// <summary>What the model answers for it.</summary>
    public double Answer => Facts.Answer;

    /// <summary>The answers that are wanted.</summary>
    public WantedAnswers Wanted => Facts.Wanted;

    /// <summary>How many rows actions can lead to, the instance itself included; at most so many where it is not exact.</summary>
    public BigInteger Reachable => Facts.Reachable;

    /// <summary>Whether <see cref="Reachable"/> is the number and not only a bound.</summary>
    public bool IsReachableExact => Facts.IsReachableExact;

    /// <summary>How many rows the model was asked about.</summary>
    public int Queries => Facts.Queries;

    internal RecourseFacts<T> Facts { get; }
}
