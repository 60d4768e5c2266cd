using System.Runtime.CompilerServices;
namespace TypedExplain.Generators.Parsing;

/// <summary>Numbers objects, each with a number of its own, and keeps none of them alive.</summary>
internal sealed class Identities
{
    private readonly ConditionalWeakTable<object, StrongBox<long>> _numbers = new();
    private long _count;

    public long Of(object value) => _numbers.GetValue(value, _ => new(Interlocked.Increment(ref _count))).Value;
}
