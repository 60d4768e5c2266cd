using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace TypedExplain.Onnx.Trees.Tracing;

/// <summary>A constant and numbers that nodes of trees answer with, each times a factor.</summary>
internal sealed record TreeSum(ImmutableArray<TreeTerm> Terms, double Constant)
{
    // Few terms are looked through faster than a table of them is made.
    private const int FewTerms = 16;

    /// <summary>The sum with every part multiplied.</summary>
    public TreeSum Times(double factor)
    {
        if (factor == 1)
            return this;
        TreeTerm[] terms = [.. Terms];
        for (int i = 0; i < terms.Length; i++)
            terms[i] = terms[i] with { Factor = terms[i].Factor * factor };
        return new(ImmutableCollectionsMarshal.AsImmutableArray(terms), Constant * factor);
    }

    /// <summary>The sum of two; numbers that occur in both stay one term.</summary>
    public TreeSum Plus(TreeSum other)
    {
        if (other.Terms.IsEmpty)
            return this with { Constant = Constant + other.Constant };
        if (Terms.IsEmpty)
            return other with { Constant = Constant + other.Constant };
        ImmutableArray<TreeTerm>.Builder terms = ImmutableArray.CreateBuilder<TreeTerm>(Terms.Length + other.Terms.Length);
        terms.AddRange(Terms);
        Dictionary<(TreeNodes, int), int>? places = Terms.Length <= FewTerms ? null : Terms.Select((term, place) => (term, place)).ToDictionary(at => (at.term.Trees, at.term.Target), at => at.place);
        foreach (TreeTerm term in other.Terms)
        {
            int place = places is null ? PlaceOf(term) : places.GetValueOrDefault((term.Trees, term.Target), -1);
            if (place < 0)
                terms.Add(term);
            else
                terms[place] = term with { Factor = terms[place].Factor + term.Factor };
        }

        return new(terms.Count == terms.Capacity ? terms.MoveToImmutable() : terms.ToImmutable(), Constant + other.Constant);
    }

    private int PlaceOf(TreeTerm term)
    {
        for (int place = 0; place < Terms.Length; place++)
        {
            if (Terms[place].Trees == term.Trees && Terms[place].Target == term.Target)
                return place;
        }

        return -1;
    }
}
