using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedExplain.Analyzers.Options;

/// <summary>One option as it is set.</summary>
internal sealed class OptionSetting(ISimpleAssignmentOperation setting)
{
    public SyntaxNode Syntax => setting.Syntax;

    /// <summary>What it is set to, without conversions that the compiler added.</summary>
    public IOperation Value => Calls.Bare(setting.Value);

    /// <summary>Whether it is set to false or null, which says in words what holds without it.</summary>
    public bool IsDefault => Value.ConstantValue is { HasValue: true, Value: null or false };
}
