/**
 * The card's part of WordPress's embeds: WordPress shows a frame of a provider that it does not know without pop-ups, and
 * hides it until it told its height; a link of ours it opens itself when it is told. The height told is that of the text,
 * however high the frame is. Nothing runs in any other frame.
 *
 * Source: wp_filter_oembed_result() and wp-embed.js of WordPress.
 */
export const CARD_SCRIPT = `
const secret=/^#\\?secret=([a-zA-Z0-9]+)$/.exec(location.hash)?.[1];
if(secret){
const tell=(message,value)=>parent.postMessage({message,value,secret},'*');
const main=document.querySelector('main');
const tellHeight=()=>{
main.style.minHeight=0;
const {height}=main.getBoundingClientRect();
main.style.minHeight='';
tell('height',Math.ceil(height))
};
addEventListener('load',tellHeight);
addEventListener('resize',tellHeight);
addEventListener('message',({source,data})=>{if(source===parent&&data?.message==='ready')tellHeight()});
addEventListener('click',(event)=>{
const link=event.target.closest('a');
if(link){event.preventDefault();tell('link',link.href)}
});
}
`.replaceAll('\n', '');
