namespace TypedExplain.Onnx.Inputs;

/// <summary>How a number of an encoded row becomes an element of a tensor.</summary>
/// <typeparam name="TSelf">The conversion itself.</typeparam>
/// <typeparam name="TElement">The element.</typeparam>
internal interface IElement<TSelf, TElement>
    where TSelf : IElement<TSelf, TElement>
    where TElement : unmanaged
{
    /// <summary>What stands for a missing value; never asked for where the type has nothing for it.</summary>
    static virtual TElement Missing => default;

    /// <summary>One number.</summary>
    static abstract TElement Of(double number);

    /// <summary>Numbers side by side.</summary>
    static virtual void Fill(ReadOnlySpan<double> numbers, Span<TElement> elements)
    {
        for (int i = 0; i < elements.Length; i++)
            elements[i] = TSelf.Of(numbers[i]);
    }
}
