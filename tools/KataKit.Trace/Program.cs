using KataKit.Trace;

return TraceCommand.Run(args, Console.Out, Console.Error);
