namespace TypedExplain;

/// <summary>A receipt log cannot be read or written. What was to be appended is not in it, unless the message says otherwise.</summary>
public sealed class ReceiptLogException : TypedExplainException
{
    internal ReceiptLogException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
