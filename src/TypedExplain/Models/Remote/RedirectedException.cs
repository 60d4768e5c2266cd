namespace TypedExplain.Models.Remote;

/// <summary>The client follows a redirect with rows in hand. It becomes a failed attempt and is never seen outside.</summary>
internal sealed class RedirectedException : IOException;
