namespace TypedExplain;

/// <summary>Which columns a category fills. Whatever they are, a category has one attribution.</summary>
public enum CategoryEncoding
{
    /// <summary>One column per category, of which one holds 1.</summary>
    OneHot,

    /// <summary>One column that holds the category's position, from 0.</summary>
    Code,

    /// <summary>The position as a binary number, the lowest digit first.</summary>
    Binary,

    /// <summary>One column that holds a number which the author gave the category.</summary>
    Given,
}
